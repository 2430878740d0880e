import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { campaignCommands, campaignRoles, commandsAt, mayCommand } from './campaign.policy.ts';

describe('what the roles of a campaign may do', () => {
  it('is what the README says', () => {
    const rows = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8').split('\n').filter((line) => line.startsWith('| *'));
    const table = rows.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('*', '')));
    expect(table.map(([command]) => command)).toEqual([...campaignCommands]);
    for (const [command, ...cells] of table) {
      const told = campaignRoles.filter((_, i) => cells[i] === '✓');
      expect({ command, told }).toEqual({ command, told: campaignRoles.filter((role) => mayCommand([role], command as (typeof campaignCommands)[number])) });
    }
  });

  it('depends on the stage', () => {
    expect(commandsAt(['owner'], 'draft')).toEqual(['prepare', 'publish', 'tell', 'appoint', 'export', 'import', 'cancel']);
    expect(commandsAt(['sponsor'], 'draft')).toEqual(['commit', 'tell', 'export', 'cancel']);
    expect(commandsAt(['juror'], 'vote')).toEqual(['decline']);
    expect(commandsAt(['juror'], 'jury')).toEqual(['score', 'decline']);
    expect(commandsAt(['owner'], 'cancelled')).toEqual(['tell', 'export']);
    expect(commandsAt([], 'gather')).toEqual([]);
  });
});
