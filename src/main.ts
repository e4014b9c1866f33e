#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import './cli/environment.ts';
import { runProgram } from './cli/program.ts';

void runProgram(process.argv.slice(2));
