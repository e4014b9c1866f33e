#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { onFirstThread } from './cli/environment.ts';

// Dynamic, so that a bundler too loads everything else behind the line above.
// On a thread of its own it is one of several that examine a set, and has no command line.
if (onFirstThread) void import('./cli/program.ts').then(({ runProgram }) => runProgram(process.argv.slice(2)));
else void import('./verify/worker.ts').then(({ serve }) => serve());
