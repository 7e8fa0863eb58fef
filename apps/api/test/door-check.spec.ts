// A server with an unguarded route does not start: shown on small applications of Nest's own.
import { expect, test } from '@jest/globals';
import { Controller, Get, Module, type Type } from '@nestjs/common';
import { DiscoveryModule, NestFactory } from '@nestjs/core';
import { allow, type Door as ContractDoor, contract } from '@servanda/contract';
import { Door } from '../src/platform/http/door.decorator.ts';
import { DoorCheck } from '../src/platform/http/door-check.ts';

const starting = async (door: ContractDoor | null) => {
  @Controller()
  class Thing {
    @(door ? Door(door) : Get('/api/thing'))
    read(): unknown {
      return null;
    }
  }
  return start(Thing);
};
async function start(controller: Type) {
  @Module({ imports: [DiscoveryModule], controllers: [controller], providers: [DoorCheck] })
  class Product {}
  const app = await NestFactory.createApplicationContext(Product, { logger: false, abortOnError: false });
  await app.close();
}

test('a door that says whom it allows starts', () => expect(starting(contract.dossiers.list)).resolves.toBeUndefined());
test.each([
  ['no door of the contract', null, /Thing.read is no door/],
  ['a door behind the session without `allows`', { ...contract.dossiers.list, allows: null }, /dossiers.list\) does not say whom it allows/],
  ['a door that allows no role', { ...contract.dossiers.list, allows: { ...allow.readers, roles: [] } }, /allows nobody/],
])('%s keeps the server from starting', async (_, door, why) => {
  await expect(starting(door)).rejects.toThrow(why);
});
