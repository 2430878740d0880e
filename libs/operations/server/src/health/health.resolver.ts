import { Query, Resolver } from '@nestjs/graphql';
import { Administration, CurrentViewer, type Viewer } from '@parvis/identity/server';
import { HealthChecks, type HealthFinding, isHeard, ServerProcesses, SignedIn } from '@parvis/platform/server';
import { type HealthFindingType, ServerHealthType } from './health.type.ts';

@SignedIn()
@Resolver()
export class HealthResolver {
  constructor(
    private readonly administration: Administration,
    private readonly checks: HealthChecks,
    private readonly processes: ServerProcesses,
  ) {}

  @Query(() => ServerHealthType, { description: 'How the server is: looked at when asked. IT only. Errors: FORBIDDEN, CONFIRMATION_NEEDED.' })
  async serverHealth(@CurrentViewer() viewer: Viewer): Promise<ServerHealthType> {
    this.administration.require(viewer);
    const findings = await this.checks.findingsNow();
    const processes = await this.processes.all();
    return {
      checkedAt: new Date(),
      findings: findings.map(shown),
      processes: processes.map((each) => ({ ...each, isHeard: isHeard(each), memoryBytes: Number(each.memoryBytes) })),
    };
  }
}

const shown = ({ code, state, since = null, facts = {} }: HealthFinding): HealthFindingType => ({
  code, state, since, facts: Object.entries(facts).map(([name, { kind, value }]) => ({ name, kind, value: String(value) })),
});
