/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/jkb-charts-page.h"

struct _JkbChartsPage
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (JkbChartsPage, jkb_charts_page, ADW_TYPE_BIN)

static void
jkb_charts_page_class_init (JkbChartsPageClass *klass)
{
}

static void
jkb_charts_page_init (JkbChartsPage *self)
{
}

void
jkb_charts_page_set_scope (JkbChartsPage *self, JkbScope *scope)
{
  g_return_if_fail (JKB_IS_CHARTS_PAGE (self));
}
