// Imported before any shape is made: a shape looks once whether it may make code at run time, which speeds the server up.
// In a browser the content policy forbids it, and would report each try.
import * as z from 'zod';

if ('document' in globalThis) z.config({ jitless: true });
