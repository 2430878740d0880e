import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import { permissionKey } from './permission.ts';

const httpMethodKey = 'method';
const resolverTypeKey = 'graphql:resolver_type';
const resolvePropertyKey = 'graphql:resolve_property';

/** Stops the start when a resolver or a controller's method says nothing about who may call it: what is not declared is denied, loudly. */
@Injectable()
export class PermissionAudit implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const undeclared = [...this.discovery.getProviders(), ...this.discovery.getControllers()].flatMap((wrapper) => this.undeclaredIn(wrapper));
    if (undeclared.length === 0) return;
    throw new Error(`No permission is declared for ${undeclared.join(', ')}: add @SignedIn() or @Public() to the method or its class.`);
  }

  private undeclaredIn({ instance, metatype }: InstanceWrapper): string[] {
    if (!instance || typeof metatype !== 'function' || !Object.getPrototypeOf(instance)) return [];
    const prototype: Record<string, unknown> = Object.getPrototypeOf(instance);
    return this.scanner
      .getAllMethodNames(prototype)
      .map((name) => ({ name, method: prototype[name] }))
      .filter(({ method }) => typeof method === 'function' && isEntrance(method))
      .filter(({ method }) => !this.reflector.getAllAndOverride(permissionKey, [method as () => void, metatype]))
      .map(({ name }) => `${metatype.name}.${name}`);
  }
}

/** Whether the outside can reach the method: an HTTP route, a query, a mutation or a field resolver. */
function isEntrance(method: object): boolean {
  return [httpMethodKey, resolverTypeKey, resolvePropertyKey].some((key) => Reflect.hasMetadata(key, method));
}
