/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

/**
 * JkbWelcome:
 *
 * A short strip above the table that says what one can do, until it is closed once or one of its buttons is used;
 * then it does not come again. It asks nothing.
 */
#define JKB_TYPE_WELCOME (jkb_welcome_get_type ())
G_DECLARE_FINAL_TYPE (JkbWelcome, jkb_welcome, JKB, WELCOME, AdwBin)
