/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary/jkb-store-words.h"

#include <glib/gi18n-lib.h>

const char *
jkb_store_words_advise (const GError *error)
{
  if (error->domain != JKB_STORE_ERROR)
    return _("Something could not be read.");
  switch ((JkbStoreError) error->code)
    {
    case JKB_STORE_ERROR_NOT_FOUND:
      return _("The file or its folder is gone. Put it back or connect the drive, then try again.");
    case JKB_STORE_ERROR_NOT_A_CASEBOOK:
      return _("This file is not a casebook and was left as it is. To read notices from it, import it.");
    case JKB_STORE_ERROR_NEWER:
      return _("A newer version of Jikenbo wrote this casebook. Update Jikenbo to open it; the file was left as it is.");
    case JKB_STORE_ERROR_LOCKED:
      return _("Another program is using this casebook. Close it there, then try again.");
    case JKB_STORE_ERROR_READ_ONLY:
      return _("This place cannot be written. Choose another folder, or have the permissions changed.");
    case JKB_STORE_ERROR_FULL:
      return _("The disk is full. Make room, then try again; nothing was lost.");
    case JKB_STORE_ERROR_DAMAGED:
      return _("The casebook is damaged. Keep it as it is and go on with the latest copy that stands beside it.");
    case JKB_STORE_ERROR_INVALID:
      return _("That cannot be done.");
    case JKB_STORE_ERROR_CLOSED:
      return _("The casebook has been closed.");
    case JKB_STORE_ERROR_IO:
      return _("The drive did not do what was asked. See whether it is connected, then try again.");
    }
  g_return_val_if_reached ("");
}
