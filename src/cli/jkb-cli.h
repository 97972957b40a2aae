/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * jkb_cli_run:
 * @argc: as main() gets it
 * @argv: likewise; the strings are in the encoding of the system
 *
 * The program `jikenbo-cli`. Main thread.
 *
 * Returns: the exit status, see #JkbExit
 */
int jkb_cli_run (int argc, char **argv);
