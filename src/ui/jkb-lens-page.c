/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-lens-page.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "frameworks/jkb-lens.h"
#include "labels/jkb-labels.h"
#include "labels/jkb-label-style.h"
#include "ui/jkb-columns-layout.h"
#include "ui/jkb-pane-parts.h"
#include "ui/jkb-reading-box.h"
#include "ui/jkb-reference.h"
#include "ui/jkb-roles-cases.h"

#define COLUMN_WIDTH 215
#define N_COLUMNS_MAX 4
#define N_REASONS_MAX 3
#define N_NAMES_MAX 5

struct _JkbLensPage
{
  AdwBin parent_instance;

  JkbScope *scope;
  GArray *ids;                          /* gint64; none for all that the filter leaves */
  GtkBox *box;
};

G_DEFINE_FINAL_TYPE (JkbLensPage, jkb_lens_page, ADW_TYPE_BIN)

/* ---- cases ---- */

typedef struct
{
  GArray *subjects;                     /* guint32 of each case */
  GString *names;
} Cases;

static void
add_case (Cases *cases, const JkbCase *incident)
{
  guint32 subjects = jkb_roles_cases_subjects (incident);
  const char *name = jkb_label_name (incident->organisation, incident->organisation_en);

  g_array_append_val (cases->subjects, subjects);
  if (cases->subjects->len > N_NAMES_MAX || name == NULL)
    return;
  if (cases->names->len > 0)
    /* Translators: between the items of a list */
    g_string_append (cases->names, _(", "));
  g_string_append (cases->names, name);
}

/* Cases that were chosen stay so under another filter; one that is gone counts no more. */
static void
list_cases (JkbLensPage *self, JkbSelection *selection, Cases *cases)
{
  JkbCase incident;

  for (guint i = 0; i < self->ids->len; i++)
    {
      JkbCases *all = jkb_selection_get_cases (selection);
      guint slot;

      if (!jkb_cases_find (all, g_array_index (self->ids, gint64, i), &slot))
        continue;
      jkb_cases_get (all, slot, &incident);
      add_case (cases, &incident);
    }
  for (guint i = 0; self->ids->len == 0 && i < jkb_selection_n (selection); i++)
    {
      jkb_selection_get (selection, i, &incident);
      add_case (cases, &incident);
    }
}

static void
add_head (JkbLensPage *self, const Cases *cases)
{
  guint n = cases->subjects->len;
  g_autofree char *number = jkb_label_number (n);
  g_autofree char *words
      = g_strdup_printf (self->ids->len > 0
                             /* Translators: %s is a number of cases */
                             ? ngettext ("%s Chosen Case", "%s Chosen Cases", n)
                             : ngettext ("%s case that the filter leaves", "%s cases that the filter leaves", n),
                         number);

  jkb_parts_add_text (self->box, words, "title-4");
  if (cases->names->len > 0)
    {
      g_autofree char *names
          = g_strconcat (cases->names->str, n > N_NAMES_MAX ? " …" : NULL, NULL);

      jkb_parts_add_text (self->box, names, "dim-label");
    }
  jkb_parts_add_text (self->box,
                      _("The map of roles and incidents is editorial: our own judgement."), "caption");
}

/* ---- a role ---- */

static char *
word_part (const JkbLensRole *lens, guint n_cases)
{
  gboolean leads = lens->n_led > 0;
  g_autofree char *number = jkb_label_number (leads ? lens->n_led : lens->n_cases);
  g_autofree char *total = jkb_label_number (n_cases);

  /* Translators: numbers of cases: “leads in 2 of 3” */
  return g_strdup_printf (leads ? _("%s leads in %s of %s") : _("%s has a part in %s of %s"),
                          jkb_reference_dots (lens->weight), number, total);
}

/* The same sentence is said once, below all the types it is said of. */
static void
add_reasons (GtkBox *box, const JkbLensRole *lens)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();

  for (guint i = 0; i < lens->parts->len && texts->len < N_REASONS_MAX; i++)
    {
      const JkbAssignment *part = g_ptr_array_index (lens->parts, i);
      const char *text = jkb_reference_label (&part->reason);

      if (*text == '\0' || g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        continue;
      g_ptr_array_add (texts, (gpointer) text);
      jkb_parts_add_text (box, text, "dim-label");
    }
}

static void
add_role (GtkBox *box, const JkbLensRole *lens, guint n_cases)
{
  g_autofree char *part = word_part (lens, n_cases);

  jkb_parts_add_role_button (box, lens->role, jkb_reference_label (&lens->role->name), part);
  add_reasons (box, lens);
  if (lens->n_led > 0)
    jkb_parts_add_cases_led (box, lens->role);
}

/* ---- phases ---- */

static GtkWidget *
make_framework (const GPtrArray *roles, const JkbFramework *framework, guint n_cases)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, JKB_PARTS_SPACING));
  g_autofree char *title = jkb_reference_title (framework);
  GtkBox *others = NULL;

  jkb_parts_add_text (box, title, "caption-heading");
  for (guint i = 0; i < roles->len; i++)
    {
      const JkbLensRole *lens = g_ptr_array_index (roles, i);

      if (lens->n_led == 0 && others == NULL)
        others = GTK_BOX (gtk_expander_get_child (
            jkb_parts_add_expander (box, i > 0 ? _("Others that take part")
                                               : _("Nobody leads; these take part"), NULL)));
      add_role (lens->n_led > 0 ? box : others, lens, n_cases);
    }
  if (roles->len == 0)
    jkb_parts_add_text (box, _("Nobody"), "dim-label");
  return GTK_WIDGET (box);
}

static void
add_phase (JkbLensPage *self, JkbFrameworks *frameworks, JkbPhase phase, const GArray *subjects)
{
  GtkWidget *columns = jkb_reading_box_new (jkb_columns_layout_new (COLUMN_WIDTH, N_COLUMNS_MAX, 2 * JKB_PARTS_SPACING));
  const GPtrArray *all = jkb_frameworks_get_all (frameworks);

  for (guint i = 0; i < all->len; i++)
    {
      const JkbFramework *framework = g_ptr_array_index (all, i);
      g_autoptr(GPtrArray) roles
          = jkb_frameworks_lens (frameworks, (const guint32 *) subjects->data, subjects->len,
                                 framework, phase);

      if (framework->is_current)
        gtk_box_append (GTK_BOX (columns), make_framework (roles, framework, subjects->len));
    }
  gtk_widget_set_margin_top (jkb_parts_add_text (self->box, jkb_label (JKB_WORDS_PHASE, (int) phase),
                                                 "title-3"),
                             JKB_PARTS_MARGIN);
  gtk_box_append (self->box, columns);
}

static gboolean
have_subjects (const GArray *subjects)
{
  for (guint i = 0; i < subjects->len; i++)
    if (g_array_index (subjects, guint32, i) != 0)
      return TRUE;
  return FALSE;
}

static void
show_roles (JkbLensPage *self)
{
  JkbFrameworks *frameworks = jkb_reference_get_frameworks (jkb_reference_get_default ());
  JkbSelection *selection = jkb_scope_get_selection (self->scope);
  Cases cases;
  GtkWidget *child;

  if (selection == NULL || frameworks == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);
  cases.subjects = g_array_new (FALSE, FALSE, sizeof (guint32));
  cases.names = g_string_new (NULL);
  list_cases (self, selection, &cases);
  add_head (self, &cases);
  if (have_subjects (cases.subjects))
    for (int phase = 0; phase < JKB_N_PHASES; phase++)
      add_phase (self, frameworks, (JkbPhase) phase, cases.subjects);
  else
    jkb_parts_add_text (self->box,
                        _("No type is known of these cases, so no roles are named. Choose other cases "
                          "in the table."),
                        NULL);
  g_array_unref (cases.subjects);
  g_string_free (cases.names, TRUE);
}

/* ---- life ---- */

static void
jkb_lens_page_dispose (GObject *object)
{
  JkbLensPage *self = JKB_LENS_PAGE (object);

  g_clear_object (&self->scope);
  g_clear_pointer (&self->ids, g_array_unref);
  G_OBJECT_CLASS (jkb_lens_page_parent_class)->dispose (object);
}

static void
jkb_lens_page_class_init (JkbLensPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = jkb_lens_page_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "lenspage");
}

static void
jkb_lens_page_init (JkbLensPage *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  adw_bin_set_child (ADW_BIN (self), jkb_parts_new_page (&self->box));
}

GtkWidget *
jkb_lens_page_new (JkbScope *scope)
{
  JkbLensPage *self = g_object_new (JKB_TYPE_LENS_PAGE, NULL);

  self->scope = g_object_ref (scope);
  jkb_parts_show_in (GTK_WIDGET (self), G_CALLBACK (show_roles));
  g_signal_connect_object (scope, "selection-changed", G_CALLBACK (show_roles), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
jkb_lens_page_set_cases (JkbLensPage *self, const GArray *ids)
{
  g_return_if_fail (JKB_IS_LENS_PAGE (self));

  g_array_set_size (self->ids, 0);
  if (ids->len > 0)
    g_array_append_vals (self->ids, ids->data, ids->len);
  show_roles (self);
}
