import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../../../..');

it('is the only way to a chart: pages without charts do not fetch them', () => {
  const files = globSync('{apps/web,libs/*/web,libs/platform/ui}/src/**/*.{ts,vue}', { cwd: root }).filter((file) => !file.includes('/ui/src/chart/'));
  expect(files.length).toBeGreaterThan(100);
  const ways = files.flatMap((file) => readFileSync(resolve(root, file), 'utf8').split('\n').filter((line) => /from '[^']*\/chart\//.test(line) && !/^(import|export) type /.test(line)));
  expect(ways).toEqual(["export { BarChart, ChartFigure, ChordChart, ColumnChart, FigureTile, HeatMap, TrendChart } from './chart/lazy.ts';"]);
});
