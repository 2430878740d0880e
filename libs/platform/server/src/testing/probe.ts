import { Controller, Get, Module } from '@nestjs/common';
import { Args, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { DomainError } from '../errors/domain-error.ts';
import { pageCost } from '../graphql/query-limits.plugin.ts';
import { PageArgs } from '../paging/page.args.ts';
import { pageRequest } from '../paging/connection.ts';
import { Public } from '../permission/permission.ts';

@ObjectType('Probe')
export class ProbeType {
  @Field(() => ProbeType)
  inner!: ProbeType;

  @Field(() => [ProbeType])
  many!: ProbeType[];

  @Field()
  name!: string;
}

const probe = { name: 'probe', get inner() { return probe; }, many: [] };

/** What tests of the platform alone ask, where there is no domain. */
@Public()
@Resolver(() => ProbeType)
export class ProbeResolver {
  @Query(() => ProbeType)
  probe() {
    return probe;
  }

  @Query(() => [ProbeType], { complexity: pageCost })
  probes(@Args() page: PageArgs) {
    pageRequest(page);
    return [probe];
  }

  @Query(() => Date)
  moment(@Args('at') at: Date): Date {
    return at;
  }

  @Mutation(() => Boolean)
  change(): boolean {
    return true;
  }

  @Query(() => Boolean)
  refused(): boolean {
    throw new DomainError('PROBE_REFUSED', { max: 3 }, 'depth');
  }

  @Query(() => Boolean)
  broken(): boolean {
    throw new Error('password of the database: hunter2');
  }
}

/** Answers when it is let: a request in flight. */
@Public()
@Controller('probe')
export class ProbeController {
  private static enter = (): void => undefined;
  private static released = Promise.resolve();

  /** `begun` when the next request is in, `release` to let it answer. */
  static hold(): { begun: Promise<void>; release: () => void } {
    const [begun, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    ProbeController.enter = begun.resolve;
    ProbeController.released = answer.promise;
    return { begun: begun.promise, release: answer.resolve };
  }

  @Get('slow')
  async slow() {
    ProbeController.enter();
    await ProbeController.released;
    return { done: true };
  }

  @Get('refused')
  refused() {
    throw new DomainError('PROBE_REFUSED', { max: 3 });
  }

  @Get('forbidden')
  forbidden() {
    throw new DomainError('FORBIDDEN');
  }

  @Get('broken')
  broken() {
    throw new Error('password of the database: hunter2');
  }
}

@Module({ providers: [ProbeResolver], controllers: [ProbeController] })
export class ProbeModule {}
