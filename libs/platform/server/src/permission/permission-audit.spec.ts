import { describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, type Type } from '@nestjs/common';
import { Mutation, ObjectType, Field, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { platformDomain } from '../platform.domain.ts';
import { startTestServer } from '../testing/index.ts';
import { Public, SignedIn } from './permission.ts';

@ObjectType()
class Planted {
  @Field()
  name!: string;
}

@Resolver()
class UndeclaredQuery {
  @Query(() => Boolean)
  open(): boolean {
    return true;
  }
}

@Resolver()
class OneOfTwoUndeclared {
  @SignedIn()
  @Query(() => Boolean)
  guarded(): boolean {
    return true;
  }

  @Mutation(() => Boolean)
  forgotten(): boolean {
    return true;
  }
}

@Resolver(() => Planted)
class UndeclaredField {
  @Public()
  @Query(() => Planted)
  planted(): Planted {
    return { name: 'planted' };
  }

  @ResolveField(() => String)
  extra(): string {
    return 'extra';
  }
}

@Controller('planted')
class UndeclaredRoute {
  @Get()
  read(): string {
    return 'read';
  }

  @Public()
  @Post()
  write(): string {
    return 'written';
  }
}

@Public()
@Resolver(() => Planted)
class Declared {
  @Query(() => Planted)
  planted(): Planted {
    return this.notAnEntrance();
  }

  @ResolveField(() => String)
  extra(): string {
    return 'extra';
  }

  notAnEntrance(): Planted {
    return { name: 'planted' };
  }
}

const start = ({ providers = [], controllers = [] }: { providers?: Type[]; controllers?: Type[] }) => {
  @Module({ providers: [Declared, ...providers], controllers })
  class PlantedModule {}
  return startTestServer([platformDomain], { modules: [PlantedModule] });
};

describe('the start', () => {
  it.each([
    ['a query', { providers: [UndeclaredQuery] }, 'UndeclaredQuery.open'],
    ['a mutation beside a guarded query', { providers: [OneOfTwoUndeclared] }, 'OneOfTwoUndeclared.forgotten'],
    ['a field', { providers: [UndeclaredField] }, 'UndeclaredField.extra'],
    ['a route', { controllers: [UndeclaredRoute] }, 'UndeclaredRoute.read'],
    ['several', { providers: [UndeclaredQuery], controllers: [UndeclaredRoute] }, 'UndeclaredQuery.open, UndeclaredRoute.read'],
  ])('fails when %s says nothing about who may call it, and names it', async (_what, planted, names) => {
    await expect(start(planted)).rejects.toThrow(`No permission is declared for ${names}: add @SignedIn() or @Public() to the method or its class.`);
  });

  it('goes on when everything is declared', async () => {
    const server = await start({});
    await expect(fetch(`${server.url}/healthz`)).resolves.toMatchObject({ status: 200 });
    await server.stop();
  });
});
