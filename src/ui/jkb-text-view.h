/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define JKB_TYPE_TEXT_VIEW (jkb_text_view_get_type ())

/**
 * JkbTextView:
 *
 * A text view whose text is laid out before it is drawn, so that scrollbars beside it do not move in
 * the middle of drawing. Any text view in a scrolled window is one. It keeps the buffer that it comes
 * with. Main thread.
 */
G_DECLARE_FINAL_TYPE (JkbTextView, jkb_text_view, JKB, TEXT_VIEW, GtkTextView)

G_END_DECLS
