/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * JkbCoreError:
 * @JKB_CORE_ERROR_NOT_A_DATE: the text is no calendar date
 * @JKB_CORE_ERROR_DATA_FILE: a data file is malformed; the message names file and line
 *
 * Errors of the room `core`, each of which a caller acts on differently.
 */
typedef enum
{
  JKB_CORE_ERROR_NOT_A_DATE,
  JKB_CORE_ERROR_DATA_FILE,
} JkbCoreError;

#define JKB_CORE_ERROR (jkb_core_error_quark ())

/**
 * jkb_core_error_quark:
 *
 * Returns: the domain of #JkbCoreError. Any thread.
 */
GQuark jkb_core_error_quark (void);
