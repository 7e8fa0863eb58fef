import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seat, signIn } from './people.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
  await seat(served);
});
afterAll(() => served.stop());

describe('people', () => {
  test('signs in, says who I am and what I may do, and signs out on the server', async () => {
    const cookie = await signIn(served, 'Contributor@Government.example');
    const me = await served.http().get('/api/session').set('cookie', cookie).expect(200);
    expect(me.body.person.email).toBe('contributor@government.example');
    expect(me.body.organisation).toMatchObject({ kind: 'government', iso3: 'XAA' });
    expect(me.body.may.review).toEqual({ allowed: false, because: 'role' });
    expect(me.body.may.recordAssessment.allowed).toBe(true);
    await served.http().delete('/api/session').set('cookie', cookie).expect(204);
    await served.http().get('/api/session').set('cookie', cookie).expect(401);
  });

  test('refuses a wrong password and an unknown address with the same words', async () => {
    const wrong = await served.http().post('/api/session').send({ email: 'lead@government.example', password: 'not the password' }).expect(401);
    const unknown = await served.http().post('/api/session').send({ email: 'nobody@government.example', password: 'not the password' }).expect(401);
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(wrong.headers['content-type']).toContain('application/problem+json');
  });

  test('names every field that cannot be used', async () => {
    const answer = await served.http().post('/api/session').send({ email: 'not an address' }).expect(400);
    expect(answer.body.fields.map((f: { path: string }) => f.path)).toEqual(['email', 'password']);
  });

  test('refuses a request from another site, a form body and a broken body', async () => {
    await served.http().post('/api/session').set('sec-fetch-site', 'cross-site').send({}).expect(403);
    await served.http().post('/api/session').set('origin', 'https://elsewhere.example').send({}).expect(403);
    await served.http().post('/api/session').type('form').send('email=a').expect(415);
    const broken = await served.http().post('/api/session').set('content-type', 'application/json').send('{"email":').expect(400);
    expect(broken.body.code).toBe('unreadable_body');
  });

  test('the cookie is HttpOnly and SameSite, and only a hash of it is stored', async () => {
    const answer = await served.http().post('/api/session').send({ email: 'lead@ngo.example', password: 'pacta-sunt-servanda' }).expect(200);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/HttpOnly; SameSite=Lax/);
    expect(JSON.stringify(answer.body)).not.toContain(String(answer.headers['set-cookie']?.[0]).split(/[=;]/)[1]);
  });
});
