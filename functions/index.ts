import { Hono } from 'hono';

const app = new Hono();
app.get('/api/', (context) => context.json({ api: 1 }));

export default app;
