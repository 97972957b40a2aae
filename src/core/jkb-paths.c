/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "core/jkb-paths.h"

char *
jkb_paths_data_file (const char *relative)
{
  const char *dir = g_getenv ("JIKENBO_DATA_DIR");

  return g_build_filename (dir != NULL && *dir != '\0' ? dir : JKB_PKGDATADIR, relative, NULL);
}

char *
jkb_paths_default_casebook (void)
{
  return g_build_filename (g_get_user_data_dir (), "jikenbo", "casebook.sqlite3", NULL);
}
