/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-role-ledger.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-edition-changes.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"

/* Two editions, of which what became of the roles is listed when it is asked for. */
typedef struct
{
  JkbFrameworks *frameworks;
  const JkbFramework *from, *to;
} Editions;

static void
free_editions (gpointer pointer, GClosure *closure)
{
  Editions *editions = pointer;

  jkb_frameworks_unref (editions->frameworks);
  g_free (editions);
}

/* “renamed, moved to another category” */
static char *
word_what (guint what)
{
  static const struct
  {
    guint flag;
    const char *words;
  } flags[] = {
    { JKB_CHANGE_RENAMED, NC_("change of a role", "renamed") },
    { JKB_CHANGE_MOVED, NC_("change of a role", "moved to another category") },
    { JKB_CHANGE_MERGED, NC_("change of a role", "merged") },
    { JKB_CHANGE_NEW, NC_("change of a role", "new") },
    { JKB_CHANGE_LEFT, NC_("change of a role", "left the framework") },
  };
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    if ((what & flags[i].flag) != 0)
      g_string_append_printf (words, "%s%s", words->len > 0 ? C_("between list members", ", ") : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "change of a role", flags[i].words));
  if (words->len == 0)
    g_string_append (words, C_("change of a role", "as it was"));
  return g_string_free (words, FALSE);
}

static void
add_move (GtkBox *box, const JkbFramework *from, const JkbFramework *to,
          const JkbEditionChange *change)
{
  g_autofree char *old = jkb_reference_title (from);
  g_autofree char *new = jkb_reference_title (to);
  g_autofree char *what = word_what (change->what);
  g_autofree char *line = g_strdup_printf (_("%s → %s: %s"), old, new, what);

  jkb_parts_add_text (box, line, NULL);
}

/* Lines about @role in the ledger from @from to @to. */
static void
add_ledger (GtkBox *box, const JkbFrameworks *frameworks, const JkbFramework *from,
            const JkbFramework *to, const JkbRole *role)
{
  g_autoptr(GPtrArray) changes = jkb_frameworks_changes (frameworks, from, to);

  for (guint i = 0; i < changes->len; i++)
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, i);

      if (change->from == role || change->to == role)
        {
          add_move (box, from, to, change);
          return;
        }
    }
}

void
jkb_role_ledger_add_moves (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  const JkbFramework *current = jkb_frameworks_find (frameworks, role->framework->id, NULL);
  gboolean is_first = TRUE;

  for (guint i = 0; current != NULL && i < all->len; i++)
    {
      const JkbFramework *past = g_ptr_array_index (all, i);

      if (strcmp (past->id, current->id) != 0 || past == current
          || (role->framework != current && role->framework != past))
        continue;
      if (is_first)
        jkb_parts_add_heading (box, _("Between the Editions"));
      is_first = FALSE;
      add_ledger (box, frameworks, past, current, role);
    }
}

/* ---- all roles of two editions ---- */

static void
add_line (GtkBox *box, const JkbEditionChange *change)
{
  const JkbRole *role = change->to != NULL ? change->to : change->from;
  const char *from = change->from != NULL ? jkb_reference_label (&change->from->name) : NULL;
  const char *to = change->to != NULL ? jkb_reference_label (&change->to->name) : NULL;
  g_autofree char *what = word_what (change->what);
  g_autofree char *both = from != NULL && to != NULL && strcmp (from, to) != 0
                              ? g_strdup_printf ("%s → %s", from, to) : NULL;
  g_autofree char *detail
      = change->elsewhere != NULL
            ? g_strdup_printf ("%s · %s → %s %s", role->id, what, change->elsewhere->framework->short_name,
                               change->elsewhere->role_id)
            : g_strdup_printf ("%s · %s", role->id, what);

  jkb_parts_add_role_button (box, role, both != NULL ? both : to != NULL ? to : from, detail);
}

static void
on_expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer user_data)
{
  const Editions *editions = user_data;
  GtkBox *box = GTK_BOX (gtk_expander_get_child (expander));
  g_autoptr(GPtrArray) changes = NULL;

  if (!gtk_expander_get_expanded (expander) || gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    return;
  changes = jkb_frameworks_changes (editions->frameworks, editions->from, editions->to);
  for (guint i = 0; i < changes->len; i++)
    add_line (box, g_ptr_array_index (changes, i));
}

/* “40 go on · 12 left the framework · 3 new” */
static char *
word_sums (const GPtrArray *changes)
{
  guint n_left = 0, n_new = 0;
  g_autofree char *on = NULL;
  g_autofree char *left = NULL;
  g_autofree char *new = NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const JkbEditionChange *change = g_ptr_array_index (changes, i);

      n_left += (change->what & JKB_CHANGE_LEFT) != 0;
      n_new += (change->what & JKB_CHANGE_NEW) != 0;
    }
  on = jkb_label_number (changes->len - n_left - n_new);
  left = jkb_label_number (n_left);
  new = jkb_label_number (n_new);
  /* Translators: numbers of roles, from one edition to the next */
  return g_strdup_printf (_("%s kept · %s dropped · %s new"), on, left, new);
}

static void
add_editions (GtkBox *box, JkbFrameworks *frameworks, const JkbFramework *from, const JkbFramework *to)
{
  g_autoptr(GPtrArray) changes = jkb_frameworks_changes (frameworks, from, to);
  g_autofree char *old = jkb_reference_title (from);
  g_autofree char *new = jkb_reference_title (to);
  g_autofree char *title = g_strdup_printf ("%s → %s", old, new);
  g_autofree char *sums = word_sums (changes);
  GtkExpander *expander = jkb_parts_add_expander (box, title, sums);
  Editions *editions = g_new0 (Editions, 1);

  editions->frameworks = jkb_frameworks_ref (frameworks);
  editions->from = from;
  editions->to = to;
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded_cb), editions,
                         free_editions, 0);
}

void
jkb_role_ledger_add (GtkBox *box, JkbFrameworks *frameworks, const JkbFramework *edition)
{
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);
  const JkbFramework *current = jkb_frameworks_find (frameworks, edition->id, NULL);

  for (guint i = 0; current != NULL && i < all->len; i++)
    {
      const JkbFramework *past = g_ptr_array_index (all, i);

      if (strcmp (past->id, edition->id) == 0 && past != current
          && (edition == past || edition == current))
        add_editions (box, frameworks, past, current);
    }
}
