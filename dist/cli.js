#!/usr/bin/env node
import { terminal } from './gate.js';

await terminal();
