import { type Ref, ref } from 'vue';
import { useI18n } from 'vue-i18n';

import { notify } from '../components/notices.ts';
import type { ChartFormats } from './chart-formats.ts';
import type { ChartTable } from './chart-table.ts';
import { chartCsv } from './csv.ts';
import { figurePicture } from './figure-picture.ts';
import { fileName } from './file-name.ts';
import { saveFile } from './save-file.ts';

interface Source {
  figure: Readonly<Ref<HTMLElement | null>>;
  title: () => string;
  table: () => ChartTable;
  formats: () => ChartFormats;
}

/** The figures and the picture of a chart as files, made in the browser. */
export function useChartFiles({ figure, title, table, formats }: Source) {
  const { t } = useI18n();
  const drawing = ref(false);

  function saveCsv(): void {
    const decimalMark = formats().decimal(0.5, 1).includes(',') ? ',' : '.';
    saveFile(new Blob([chartCsv(table(), decimalMark)], { type: 'text/csv;charset=utf-8' }), fileName(title(), 'csv'));
  }

  async function savePng(): Promise<void> {
    if (!figure.value || drawing.value) return;
    drawing.value = true;
    try {
      saveFile(await figurePicture(figure.value), fileName(title(), 'png'));
    } catch (error) {
      reportError(error);
      notify(t('ui.chart.pngFailed'), 'danger');
    } finally {
      drawing.value = false;
    }
  }

  return { saveCsv, savePng, drawing };
}
