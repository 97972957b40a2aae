/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A role has some hundred statements. Lists are filled when they are opened, so that a page is there
 * at once.
 */
#include "ui/jkb-role-more.h"

#include <glib/gi18n-lib.h>

#include "frameworks/jkb-frameworks-own.h"
#include "frameworks/jkb-role-statements.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"
#include "ui/jkb-shrink.h"

#define N_BESIDE 6

/* What an expander shows when it is opened; the frameworks keep the rest alive. */
typedef struct
{
  JkbFrameworks *frameworks;
  const JkbRole *role;
  const JkbRole *other;                 /* NULL for the statements of @role alone */
  JkbStatementKind kind;
} Closed;

static void
free_closed (gpointer pointer, GClosure *closure)
{
  Closed *closed = pointer;

  jkb_frameworks_unref (closed->frameworks);
  g_free (closed);
}

/* ---- lists ---- */

static void
add_list (GtkBox *box, const GPtrArray *statements, JkbStatementKind kind)
{
  g_autoptr(GPtrArray) of_kind = g_ptr_array_new ();

  for (guint i = 0; i < statements->len; i++)
    if (((const JkbStatement *) g_ptr_array_index (statements, i))->kind == kind)
      g_ptr_array_add (of_kind, g_ptr_array_index (statements, i));
  jkb_parts_add_statements (box, of_kind);
}

static void
add_picked (GtkBox *box, const GPtrArray *statements, const char *title)
{
  g_autofree char *number = jkb_label_number (statements->len);
  g_autofree char *heading = g_strdup_printf ("%s (%s)", title, number);

  jkb_parts_add_heading (box, heading);
  jkb_parts_add_statements (box, statements);
}

static void
add_compared (GtkBox *box, const Closed *closed)
{
  const GPtrArray *own = jkb_frameworks_statements (closed->frameworks, closed->role, NULL);
  const GPtrArray *theirs = jkb_frameworks_statements (closed->frameworks, closed->other, NULL);
  g_autoptr(GPtrArray) shared = jkb_statements_pick (own, theirs, TRUE);
  g_autoptr(GPtrArray) missing = jkb_statements_pick (theirs, own, FALSE);
  g_autofree char *title = jkb_reference_title (closed->other->framework);

  jkb_parts_add_role_button (box, closed->other, jkb_reference_label (&closed->other->name), title);
  add_picked (box, shared, _("In common"));
  add_picked (box, missing, _("To learn"));
}

static void
on_expanded_cb (GtkExpander *expander, GParamSpec *pspec, gpointer user_data)
{
  const Closed *closed = user_data;
  GtkBox *box = GTK_BOX (gtk_expander_get_child (expander));

  if (!gtk_expander_get_expanded (expander)
      || gtk_widget_get_first_child (GTK_WIDGET (box)) != NULL)
    return;
  if (closed->other != NULL)
    add_compared (box, closed);
  else
    add_list (box, jkb_frameworks_statements (closed->frameworks, closed->role, NULL),
              closed->kind);
}

static void
add_closed (GtkBox *box, JkbFrameworks *frameworks, const char *title, const char *detail,
            const Closed *template)
{
  GtkExpander *expander = jkb_parts_add_expander (box, title, detail);
  Closed *closed = g_memdup2 (template, sizeof *template);

  closed->frameworks = jkb_frameworks_ref (frameworks);
  g_signal_connect_data (expander, "notify::expanded", G_CALLBACK (on_expanded_cb), closed,
                         free_closed, 0);
}

/* ---- statements ---- */

static void
add_kind (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role, const GPtrArray *statements,
          JkbStatementKind kind)
{
  guint n = jkb_statements_count (statements, kind);
  g_autofree char *number = jkb_label_number (n);
  g_autofree char *title = g_strdup_printf ("%s (%s)", jkb_role_words_kind (kind), number);

  if (n > 0)
    add_closed (box, frameworks, title, NULL, &(Closed){ .role = role, .kind = kind });
}

/* What an entry over the lists finds is shown in their place. */
static void
on_search_changed_cb (GtkSearchEntry *entry, gpointer user_data)
{
  const Closed *closed = user_data;
  GtkWidget *lists = g_object_get_data (G_OBJECT (entry), "lists");
  GtkWidget *found_box = g_object_get_data (G_OBJECT (entry), "found");
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr(GPtrArray) found = NULL;

  jkb_parts_clear (GTK_BOX (found_box));
  gtk_widget_set_visible (lists, *words == '\0');
  gtk_widget_set_visible (found_box, *words != '\0');
  if (*words == '\0')
    return;
  found = jkb_statements_search (jkb_frameworks_statements (closed->frameworks, closed->role, NULL),
                                 words);
  jkb_parts_add_statements (GTK_BOX (found_box), found);
  if (found->len == 0)
    jkb_parts_add_text (GTK_BOX (found_box), _("None of them has these words."), "dim-label");
}

static void
add_search (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role, GtkBox *lists)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkWidget *found_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING);
  Closed *closed = g_new0 (Closed, 1);

  closed->frameworks = jkb_frameworks_ref (frameworks);
  closed->role = role;
  g_object_set (entry, "placeholder-text", _("Search tasks, knowledge and skills"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search tasks, knowledge and skills"), -1);
  gtk_widget_set_visible (found_box, FALSE);
  g_object_set_data (G_OBJECT (entry), "lists", lists);
  g_object_set_data (G_OBJECT (entry), "found", found_box);
  g_signal_connect_data (entry, "search-changed", G_CALLBACK (on_search_changed_cb), closed,
                         free_closed, 0);
  gtk_box_append (box, entry);
  gtk_box_append (box, found_box);
  gtk_box_append (box, GTK_WIDGET (lists));
}

void
jkb_role_more_add_statements (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role)
{
  const JkbFramework *edition = NULL;
  const GPtrArray *statements = jkb_frameworks_statements (frameworks, role, &edition);
  g_autofree char *title = NULL;
  g_autofree char *source = NULL;
  GtkBox *lists;

  jkb_parts_add_heading (box, _("Tasks, Knowledge, Skills"));
  if (statements == NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Import a Framework File…"));

      jkb_shrink_labels (button);
      jkb_parts_add_text (box, _("These are the publisher’s words and not shipped. Import the file "
                                 "that the publisher offers to read and search them here."),
                          "dim-label");
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.import-framework");
      gtk_widget_set_halign (button, GTK_ALIGN_START);
      gtk_box_append (box, button);
      return;
    }
  lists = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  add_search (box, frameworks, role, lists);
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    add_kind (lists, frameworks, role, statements, (JkbStatementKind) kind);
  title = jkb_reference_title (edition);
  /* Translators: a framework and its edition: “NICE 2.0.0” */
  source = g_strdup_printf (_("From your imported file of %s, in the publisher’s words."), title);
  jkb_parts_add_text (box, source, "caption");
}

/* ---- for who hires ---- */

void
jkb_role_more_add_job (GtkBox *box, const JkbRole *role)
{
  g_autofree char *name = jkb_reference_name_role (role);
  GtkWidget *button = gtk_button_new_with_label (_("Draft a Job Description"));

  jkb_shrink_labels (button);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "roles.job");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

/* ---- imported files ---- */

static void
add_imported (GtkBox *box, JkbFrameworks *frameworks, guint index)
{
  const JkbFrameworkFile *file = g_ptr_array_index (jkb_frameworks_imported (frameworks), index);
  g_autofree char *title = jkb_role_words_edition (file, frameworks);
  g_autofree char *counts = jkb_role_words_counts (file);
  /* Translators: a framework and its edition */
  g_autofree char *label = g_strdup_printf (_("Remove %s"), title);
  GtkWidget *button = gtk_button_new_with_label (label);

  jkb_shrink_labels (button);
  jkb_parts_add_pair (box, title, counts);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s",
                                  jkb_frameworks_imported_name (frameworks, index));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.remove-framework");
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_box_append (box, button);
}

void
jkb_role_more_add_imported (GtkBox *box, JkbFrameworks *frameworks)
{
  const GPtrArray *files = jkb_frameworks_imported (frameworks);
  const GPtrArray *remarks = jkb_frameworks_get_remarks (frameworks);

  if (files->len > 0)
    jkb_parts_add_heading (box, _("Imported files"));
  for (guint i = 0; i < files->len; i++)
    add_imported (box, frameworks, i);
  if (remarks->len > 0)
    jkb_parts_add_heading (box, _("Your own files that could not be used whole"));
  for (guint i = 0; i < remarks->len; i++)
    jkb_parts_add_text (box, g_ptr_array_index (remarks, i), "error");
}

/* ---- roles that share statements ---- */

void
jkb_role_more_add_beside (GtkBox *box, JkbFrameworks *frameworks, const JkbRole *role)
{
  g_autoptr(GPtrArray) all = jkb_frameworks_beside_by_statements (frameworks, role);

  if (all->len == 0)
    return;
  jkb_parts_add_heading (box, _("Beside It by the Same Tasks, Knowledge and Skills"));
  for (guint i = 0; i < MIN (all->len, N_BESIDE); i++)
    {
      const JkbBeside *beside = g_ptr_array_index (all, i);
      g_autofree char *shared = jkb_label_number (beside->n_shared);
      g_autofree char *new = jkb_label_number (beside->n_new);
      /* Translators: numbers of tasks, knowledge and skills */
      g_autofree char *detail = g_strdup_printf (_("%s in common · %s to learn"), shared, new);

      add_closed (box, frameworks, jkb_reference_label (&beside->role->name), detail,
                  &(Closed){ .role = role, .other = beside->role });
    }
}
