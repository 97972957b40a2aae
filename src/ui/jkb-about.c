/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
jkb_about_present (GtkWindow *parent)
{
  AdwAboutWindow *about = ADW_ABOUT_WINDOW (adw_about_window_new ());

  g_object_set (about,
                "application-name", _("Jikenbo"),
                "application-icon", "io.github.jikenbo.Jikenbo",
                "developer-name", _("The Jikenbo project"),
                "version", JKB_VERSION,
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Turns breach notices into teaching cases, without a network."),
                /* Translators: your names, one a line */
                "translator-credits", _("translator-credits"),
                "transient-for", parent,
                "modal", parent != NULL,
                NULL);
  adw_about_window_add_legal_section (
      about, _("Bundled Incidents"), NULL, GTK_LICENSE_CUSTOM,
      _("Facts of publicly announced incidents: names, numbers, dates and our own short wording, "
        "each with the address it was read at."));
  adw_about_window_add_legal_section (
      about, _("Career Frameworks"), NULL, GTK_LICENSE_CUSTOM,
      _("Role names and identifiers belong to their publishers: NIST (NICE, public domain in the "
        "US), ENISA (ECSF, CC BY 4.0), the UK Cyber Security Council (CCF) and JNSA (SecBoK). "
        "Summaries, relations and reasons are our own."));
  gtk_window_present (GTK_WINDOW (about));
}
