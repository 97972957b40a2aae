/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-framework-preview.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-file-changes.h"
#include "labels/jkb-labels.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-role-words.h"

/* A long list is no easier to judge than a cut one. */
#define N_LINES_MAX 200

/* ---- what it is ---- */

static gboolean
is_imported (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const GPtrArray *files = jkb_frameworks_imported (frameworks);

  for (guint i = 0; i < files->len; i++)
    {
      const JkbFrameworkFile *other = g_ptr_array_index (files, i);

      if (strcmp (other->framework, file->framework) == 0
          && strcmp (other->edition, file->edition) == 0)
        return TRUE;
    }
  return FALSE;
}

static char *
word_place (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const JkbFramework *loaded = jkb_framework_file_find_loaded (file, frameworks);
  g_autofree char *title = loaded != NULL ? jkb_reference_title (loaded) : NULL;

  if (is_imported (file, frameworks))
    return g_strdup (_("It takes the place of what you imported before under this name."));
  if (loaded == NULL)
    return g_strdup (_("It becomes a framework of its own."));
  if (*file->edition == '\0' || strcmp (loaded->edition, file->edition) == 0)
    /* Translators: a framework and its edition: “ECSF 2022” */
    return g_strdup_printf (_("What it says is put to the roles of %s."), title);
  /* Translators: a framework and its edition: “NICE 2.2.0” */
  return g_strdup_printf (_("It becomes an edition of its own beside %s."), title);
}

/* ---- counts ---- */

static void
attach (GtkGrid *grid, const char *text, int column, int row, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_widget_set_hexpand (label, column == 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
}

static void
attach_number (GtkGrid *grid, guint number, int column, int row)
{
  g_autofree char *text = jkb_label_number (number);

  attach (grid, text, column, row, "numeric");
}

static void
attach_row (GtkGrid *grid, const JkbFileCategory *category, const JkbFrameworkFile *file, int row)
{
  int column = 0;

  attach (grid, *category->name != '\0' ? category->name : _("Without a group"), column++, row,
          NULL);
  attach_number (grid, category->n_roles, column++, row);
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    if (jkb_statements_count (file->statements, (JkbStatementKind) kind) > 0)
      attach_number (grid, category->n_statements[kind], column++, row);
}

static void
add_counts (GtkBox *box, const JkbFrameworkFile *file)
{
  g_autoptr(GPtrArray) categories = jkb_framework_file_categories (file);
  JkbFileCategory all = { .name = _("All"), .n_roles = file->roles->len };
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());
  int column = 0;

  gtk_grid_set_column_spacing (grid, JKB_PARTS_SPACING * 2);
  gtk_grid_set_row_spacing (grid, JKB_PARTS_SPACING);
  attach (grid, _("Category"), column++, 0, "caption-heading");
  attach (grid, _("Roles"), column++, 0, "caption-heading");
  for (int kind = 0; kind < JKB_N_STATEMENT_KINDS; kind++)
    {
      all.n_statements[kind] = jkb_statements_count (file->statements, (JkbStatementKind) kind);
      if (all.n_statements[kind] > 0)
        attach (grid, jkb_role_words_kind ((JkbStatementKind) kind), column++, 0,
                "caption-heading");
    }
  for (guint i = 0; i < categories->len && i < N_LINES_MAX; i++)
    attach_row (grid, g_ptr_array_index (categories, i), file, (int) i + 1);
  attach_row (grid, &all, file, N_LINES_MAX + 1);
  jkb_parts_add_heading (box, _("What Is in It"));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (grid));
  gtk_box_append (box, scrolled);
}

/* ---- lists ---- */

static void
add_lines (GtkBox *box, const char *heading, const GPtrArray *lines)
{
  g_autofree char *number = jkb_label_number (lines->len);
  g_autofree char *title = g_strdup_printf ("%s (%s)", heading, number);
  GtkBox *inner;

  if (lines->len == 0)
    return;
  inner = GTK_BOX (gtk_expander_get_child (jkb_parts_add_expander (box, title, NULL)));
  for (guint i = 0; i < lines->len && i < N_LINES_MAX; i++)
    jkb_parts_add_text (inner, g_ptr_array_index (lines, i), NULL);
  if (lines->len > N_LINES_MAX)
    {
      guint n_more = lines->len - N_LINES_MAX;
      g_autofree char *more
          = g_strdup_printf (ngettext ("and %u more", "and %u more", n_more), n_more);

      jkb_parts_add_text (inner, more, "dim-label");
    }
}

static void
add_faults_of (GtkBox *box, const JkbFrameworkFile *file, JkbFileFaultKind kind)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < file->faults->len; i++)
    {
      const JkbFileFault *fault = g_ptr_array_index (file->faults, i);

      if (fault->kind == kind)
        g_ptr_array_add (lines, fault->object != NULL
                                    ? g_strdup_printf ("%s → %s", fault->subject, fault->object)
                                    : g_strdup (fault->subject));
    }
  add_lines (box, jkb_role_words_fault (kind), lines);
}

static void
add_faults (GtkBox *box, const JkbFrameworkFile *file)
{
  jkb_parts_add_heading (box, _("What Is Odd in the File"));
  if (file->faults->len == 0)
    jkb_parts_add_text (box, _("Nothing."), NULL);
  for (int kind = 0; kind < JKB_N_FILE_FAULT_KINDS; kind++)
    add_faults_of (box, file, (JkbFileFaultKind) kind);
}

static char *
word_difference (const JkbFileDifference *difference)
{
  if (difference->read == NULL)
    return g_strdup_printf ("%s  %s", difference->loaded->id,
                            jkb_reference_label (&difference->loaded->name));
  if (difference->loaded == NULL)
    return g_strdup_printf ("%s  %s", difference->read->id, difference->read->name);
  return g_strdup_printf ("%s  %s → %s", difference->read->id, difference->loaded->name.en,
                          difference->read->name);
}

static void
add_differences (GtkBox *box, const JkbFrameworkFile *file, const JkbFramework *loaded)
{
  g_autoptr(GPtrArray) all = jkb_framework_file_compare (file, loaded);
  g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) new = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) renamed = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = jkb_reference_title (loaded);
  /* Translators: a framework and its edition: “NICE 2.2.0” */
  g_autofree char *heading = g_strdup_printf (_("Compared with %s"), title);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFileDifference *difference = g_ptr_array_index (all, i);
      GPtrArray *lines = difference->read == NULL ? gone
                         : difference->loaded == NULL ? new : renamed;

      g_ptr_array_add (lines, word_difference (difference));
    }
  jkb_parts_add_heading (box, heading);
  if (all->len == 0)
    jkb_parts_add_text (box, _("The same roles with the same names."), NULL);
  add_lines (box, _("Roles only in the file"), new);
  add_lines (box, _("Roles that the file does not have"), gone);
  add_lines (box, _("Roles with another name"), renamed);
}

static char *
word_change (const JkbStatementChange *change)
{
  const JkbStatement *statement = change->now != NULL ? change->now : change->before;

  if (change->now == NULL || change->before == NULL)
    return g_strdup_printf ("%s  %s", statement->id, statement->text);
  return g_strdup_printf ("%s  %s → %s", statement->id, change->before->text, change->now->text);
}

/* Beside the roles: tasks, knowledge and skills, where there are earlier ones. */
static void
add_changes (GtkBox *box, const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const JkbFrameworkFile *before = jkb_file_changes_find_before (file, frameworks);
  g_autoptr(GPtrArray) all = before != NULL ? jkb_file_changes_new (before, file) : NULL;
  g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) new = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) reworded = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *title = before != NULL ? jkb_role_words_edition (before, frameworks) : NULL;
  g_autofree char *heading = NULL;

  if (before == NULL)
    return;
  /* Translators: a framework and its edition, of a file that was imported before: “NICE 2.0.0” */
  heading = g_strdup_printf (_("Compared with your file of %s"), title);
  for (guint i = 0; i < all->len; i++)
    {
      const JkbStatementChange *change = g_ptr_array_index (all, i);
      GPtrArray *lines = change->now == NULL ? gone : change->before == NULL ? new : reworded;

      g_ptr_array_add (lines, word_change (change));
    }
  jkb_parts_add_heading (box, heading);
  if (all->len == 0)
    jkb_parts_add_text (box, _("The same tasks, knowledge and skills in the same words."), NULL);
  add_lines (box, _("Statements only in the file"), new);
  add_lines (box, _("Statements that the file does not have"), gone);
  add_lines (box, _("Statements in other words"), reworded);
}

GtkWidget *
jkb_framework_preview_new (const JkbFrameworkFile *file, const JkbFrameworks *frameworks)
{
  const JkbFramework *loaded = jkb_framework_file_find_loaded (file, frameworks);
  g_autofree char *title = jkb_role_words_edition (file, frameworks);
  g_autofree char *counts = jkb_role_words_counts (file);
  g_autofree char *place = word_place (file, frameworks);
  GtkBox *box = jkb_parts_new_box ();

  jkb_parts_add_text (box, title, "title-2");
  jkb_parts_add_text (box, counts, "heading");
  jkb_parts_add_text (box, place, NULL);
  add_counts (box, file);
  add_faults (box, file);
  if (loaded != NULL)
    add_differences (box, file, loaded);
  add_changes (box, file, frameworks);
  return GTK_WIDGET (box);
}
