// Gives a spec file the product of the worker that runs it.
const products = JSON.parse(process.env.SERVANDA_PRODUCTS);
Object.assign(process.env, products[(Number(process.env.JEST_WORKER_ID) - 1) % products.length]);
