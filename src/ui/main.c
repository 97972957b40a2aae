/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <locale.h>

#include "labels/jkb-labels.h"
#include "ui/jkb-application.h"

int
main (int argc, char *argv[])
{
  g_autoptr(JkbApplication) application = NULL;

  setlocale (LC_ALL, "");
  jkb_labels_init ();
  application = jkb_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
