#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import './cli/environment.ts';

// Dynamic, so that a bundler too loads everything else behind the line above.
void import('./cli/program.ts').then(({ runProgram }) => runProgram(process.argv.slice(2)));
