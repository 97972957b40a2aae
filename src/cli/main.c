/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "cli/jkb-cli.h"
#include "labels/jkb-labels.h"

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  jkb_labels_init ();
  return jkb_cli_run (argc, argv);
}
