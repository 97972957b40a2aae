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
  return jkb_paths_own_file ("casebook.sqlite3");
}

char *
jkb_paths_own_file (const char *relative)
{
  return g_build_filename (g_get_user_data_dir (), "jikenbo", relative, NULL);
}
