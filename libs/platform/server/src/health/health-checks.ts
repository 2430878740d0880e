import { Injectable, type OnModuleInit } from '@nestjs/common';
import { failureCode } from '../errors/failure-code.ts';
import { Metrics } from '../http/metrics.ts';
import { within } from '../time/within.ts';
import { type HealthCheck, type HealthFinding, healthStates, text } from './health-check.ts';

const limitMs = 5_000;
/** Whoever asks again within that time gets the same answer: monitoring and pages must not be what keeps the database busy. */
const heldMs = 5_000;

const weightOf = ({ state }: HealthFinding): number => healthStates.indexOf(state);

/** What tells whether Parvis is well. Domains register what they look at when their module starts; a page, a command and `/metrics` read it. */
@Injectable()
export class HealthChecks implements OnModuleInit {
  private readonly checks = new Map<string, HealthCheck>();
  private held: { at: number; findings: Promise<HealthFinding[]> } | null = null;

  constructor(private readonly metrics: Metrics) {}

  onModuleInit(): void {
    this.metrics.gauge({
      name: 'parvis_health',
      help: 'How something that was looked at was found: 0 fine, 1 unknown, 2 asks for attention, 3 at fault. What to do stands at /administration/health.',
      labelNames: ['finding'],
      read: async () => {
        const worst = new Map<string, number>();
        for (const finding of await this.findings()) worst.set(finding.code, Math.max(worst.get(finding.code) ?? 0, weightOf(finding)));
        return [...worst].map(([finding, value]) => ({ finding, value }));
      },
    });
  }

  /** `name` is said when the check itself fails. */
  register(name: string, check: HealthCheck): void {
    if (this.checks.has(name)) throw new Error(`The health check ${name} is registered twice.`);
    this.checks.set(name, check);
  }

  /** Everything, the worst first. Never throws: a check that fails or takes longer than five seconds is a fault by itself. */
  findings(): Promise<HealthFinding[]> {
    if (!this.held || Date.now() - this.held.at > heldMs) this.held = { at: Date.now(), findings: this.look() };
    return this.held.findings;
  }

  /** The same, as things are now. */
  findingsNow(): Promise<HealthFinding[]> {
    this.held = null;
    return this.findings();
  }

  private async look(): Promise<HealthFinding[]> {
    const found = await Promise.all([...this.checks].map(([name, check]) => outcomeOf(name, check)));
    return found.flat().sort((one, other) => weightOf(other) - weightOf(one));
  }
}

async function outcomeOf(name: string, check: HealthCheck): Promise<readonly HealthFinding[]> {
  try {
    return await within(limitMs, check(), 'A health check');
  } catch (error) {
    return [{ code: 'check.failed', state: 'fault', facts: { check: text(name), failure: text(failureCode(error)) } }];
  }
}
