import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import type { Door } from '@servanda/contract';
import { DOOR } from './door.decorator.ts';

/** What keeps a route of the server from being opened to anyone; null: nothing. */
export function unguarded(door: Pick<Door, 'name' | 'access' | 'allows'> | undefined): string | null {
  if (!door) return 'is no door of the contract';
  if (door.access !== 'session') return null;
  if (!door.allows) return `(${door.name}) does not say whom it allows`;
  return door.allows.roles.length && door.allows.kinds.length ? null : `(${door.name}) allows nobody`;
}

/** The server does not start while one of its routes leaves open who may come through. */
@Injectable()
export class DoorCheck implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const wrong = this.discovery.getControllers().flatMap(({ instance, name }) =>
      this.scanner.getAllMethodNames(Object.getPrototypeOf(instance)).flatMap((method) => {
        const handler: object = instance[method];
        if (Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
        const why = unguarded(this.reflector.get<Door | undefined>(DOOR, instance[method]));
        return why ? [`${name}.${method} ${why}`] : [];
      }),
    );
    if (wrong.length)
      throw new Error(`The API will not start: ${wrong.join('; ')}. Every route is a door of the contract, and every door behind the session has \`allows\`.`);
  }
}
