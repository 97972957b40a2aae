/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-dialog-size.h"

#include "ui/jkb-column-width.h"

static int
grow (int length, double scale, int room)
{
  return MAX (length, MIN ((int) (length * scale), room));
}

void
jkb_fit_dialog (GtkWindow *dialog)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);
  double scale = jkb_text_scale (GTK_WIDGET (dialog));
  int width, height, room_across, room_down;

  if (parent == NULL)
    return;
  gtk_window_get_default_size (dialog, &width, &height);
  gtk_window_get_default_size (parent, &room_across, &room_down);
  gtk_window_set_default_size (dialog, grow (width, scale, room_across), grow (height, scale, room_down));
}
