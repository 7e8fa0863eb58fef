import type supertest from 'supertest';

/** The same question, with the bytes of the answer as its body. */
export const whole = (asked: supertest.Test): supertest.Test =>
  asked.buffer(true).parse((answer, done) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part)).on('end', () => done(null, Buffer.concat(parts)));
  });
