import { action } from './gate.js';

await action();
