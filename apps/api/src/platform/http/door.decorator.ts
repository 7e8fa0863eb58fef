import { applyDecorators, createParamDecorator, Delete, type ExecutionContext, Get, HttpCode, Post, Put, SetMetadata } from '@nestjs/common';
import type { Door as ContractDoor, Returned } from '@servanda/contract';
import type { DoorRequest } from './request.ts';

const verbs = { GET: Get, POST: Post, PUT: Put, DELETE: Delete };
export const DOOR = 'servanda:door';

type Handler<D extends ContractDoor> = (...args: never[]) => Returned<D> | Promise<Returned<D>>;

/** Binds a controller method to a door of the contract; its return type is checked against the door's answer. */
export const Door =
  <D extends ContractDoor>(door: D) =>
  <H extends Handler<D>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void =>
    applyDecorators(verbs[door.method](door.path.replace(/\{(\w+)\}/g, ':$1')), HttpCode(door.status), SetMetadata(DOOR, door))(target, key, descriptor);

/** The door's validated input: `{ params, query, body }`. */
export const Input = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<DoorRequest>().input);

/** The scope minted by the session gate. */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<DoorRequest>().scope);
