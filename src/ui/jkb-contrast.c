/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-contrast.h"

#include <adwaita.h>

/* Above what libadwaita itself reads for an application. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1)

static void
on_high_contrast_cb (AdwStyleManager *manager, GParamSpec *pspec, gpointer user_data)
{
  GtkStyleProvider *provider = user_data;
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display, provider, PRIORITY);
  else
    gtk_style_context_remove_provider_for_display (display, provider);
}

void
jkb_contrast_follow (void)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gdk_display_get_default ());
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, "/io/github/jikenbo/Jikenbo/contrast.css");
  g_signal_connect_data (manager, "notify::high-contrast", G_CALLBACK (on_high_contrast_cb), g_object_ref (provider),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  on_high_contrast_cb (manager, NULL, provider);
}
