/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bench-extract [ROUNDS]: what full extraction costs on one core, beside `g_utf8_normalize()` (NFKC)
 * alone over the same text, in turn in one run. Time is that of the processor, so that other work on
 * the machine does not count; numbers are medians of the rounds. Pages count with the bytes of the
 * text that is in them, not with those of their markup. With JIKENBO_NOTICES_DIR set, the texts in
 * its folder `dev` are measured too.
 */
#include <stdlib.h>
#include <string.h>

#include "extract/jkb-extractor.h"
#include "notice-writer.h"
#include "stopwatch.h"

#define N_TEXTS 1500
#define N_ROUNDS 5

/* What is no notice, and has to be read as well before it can be set aside. */
static const char *const others[] = {
  "秋の感謝セールのご案内\n\n日頃よりご愛顧いただき、誠にありがとうございます。\n"
  "10月3日(金)から10月19日(日)まで、全店舗で秋物の衣料を最大40%引きで販売いたします。\n"
  "会員の方には、先着2,000名様に布製の買い物袋を差し上げます。\n"
  "■ 期間中の営業時間\n平日 10:00~20:00、土日祝日 9:30~21:00\n"
  "■ お問い合わせ\n売り場の係員、または03-0000-0000までお声がけください。\n",
  "不審なメールにご注意ください\n\n当組合の名前を使った偽のメールが出回っております。\n"
  "メールに書かれたリンクを開いたり、パスワードやカード番号を入力したりしないでください。\n"
  "当組合からメールで暗証番号をお尋ねすることはございません。\n"
  "万一入力してしまった場合は、すぐにパスワードを変更し、カード会社へご連絡ください。\n",
  "Quarterly report on our new warehouse\n\nThe building was finished in May and holds 12,000 pallets. "
  "Two hundred people work there in three shifts. Orders that arrive before noon leave the same day. "
  "We thank our neighbours for their patience while the road was widened.\n",
};

typedef struct
{
  const char *name;
  GPtrArray *texts;             /* char *, UTF-8 */
  GPtrArray *inputs;            /* GBytes *, what is extracted */
  gsize n_bytes;                /* of the texts */
} Corpus;

static Corpus *
corpus_new (const char *name)
{
  Corpus *corpus = g_new0 (Corpus, 1);

  corpus->name = name;
  corpus->texts = g_ptr_array_new_with_free_func (g_free);
  corpus->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return corpus;
}

static void
corpus_free (Corpus *corpus)
{
  g_ptr_array_unref (corpus->texts);
  g_ptr_array_unref (corpus->inputs);
  g_free (corpus);
}

static void
corpus_take (Corpus *corpus, char *text, gboolean is_page)
{
  char *input = is_page ? notice_writer_html (text) : g_strdup (text);

  corpus->n_bytes += strlen (text);
  g_ptr_array_add (corpus->texts, text);
  g_ptr_array_add (corpus->inputs, g_bytes_new_take (input, strlen (input)));
}

/* Three notices, then something else. */
static Corpus *
write_corpus (const char *name, gboolean is_page)
{
  Corpus *corpus = corpus_new (name);
  NoticeWriter *writer = notice_writer_new (3);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      char *text = NULL;

      if (i % 4 == 3)
        text = g_strdup (others[i / 4 % G_N_ELEMENTS (others)]);
      else
        jkb_incident_free (notice_writer_next (writer, i + 1, &text));
      corpus_take (corpus, text, is_page);
    }
  notice_writer_free (writer);
  return corpus;
}

static Corpus *
read_corpus (const char *name, gboolean is_page)
{
  const char *notices = g_getenv ("JIKENBO_NOTICES_DIR");
  g_autofree char *folder = notices != NULL ? g_build_filename (notices, "dev", NULL) : NULL;
  g_autoptr(GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  Corpus *corpus = corpus_new (name);
  const char *file;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, file, NULL);
      char *text;

      if (!g_str_has_suffix (file, ".txt") || !g_file_get_contents (path, &text, NULL, NULL))
        continue;
      if (g_utf8_validate (text, -1, NULL))
        corpus_take (corpus, text, is_page);
      else
        g_free (text);
    }
  return corpus;
}

static double
time_normalize (const Corpus *corpus)
{
  double begin = stopwatch_cpu_ms ();

  for (guint i = 0; i < corpus->texts->len; i++)
    g_free (g_utf8_normalize (corpus->texts->pdata[i], -1, G_NORMALIZE_ALL_COMPOSE));
  return stopwatch_cpu_ms () - begin;
}

static double
time_extract (const Corpus *corpus, const JkbExtractor *extractor)
{
  double begin = stopwatch_cpu_ms ();

  for (guint i = 0; i < corpus->inputs->len; i++)
    {
      g_autoptr(JkbSource) source
          = jkb_extractor_read (extractor, corpus->name, corpus->inputs->pdata[i], NULL, NULL);

      g_assert_nonnull (source);
    }
  return stopwatch_cpu_ms () - begin;
}

static void
measure (Corpus *corpus, const JkbExtractor *extractor, guint n_rounds)
{
  g_autofree double *normalize_ms = g_new (double, n_rounds);
  g_autofree double *extract_ms = g_new (double, n_rounds);
  double normal, full;

  if (corpus->inputs->len > 0)
    {
      for (guint i = 0; i < n_rounds; i++)
        {
          normalize_ms[i] = time_normalize (corpus);
          extract_ms[i] = time_extract (corpus, extractor);
        }
      normal = stopwatch_median (normalize_ms, n_rounds);
      full = stopwatch_median (extract_ms, n_rounds);
      g_print ("%-22s %5u of %5.2f MB: extract %8.0f a second %6.2f MB/s; normalize %6.1f MB/s; ratio %.3f\n",
               corpus->name, corpus->inputs->len, (double) corpus->n_bytes / 1e6,
               corpus->inputs->len * 1e3 / full, (double) corpus->n_bytes / 1e3 / full,
               (double) corpus->n_bytes / 1e3 / normal, normal / full);
    }
  corpus_free (corpus);
}

int
main (int argc, char **argv)
{
  guint n_rounds = argc > 1 ? (guint) MAX (atoi (argv[1]), 1) : N_ROUNDS;
  g_autoptr(GError) error = NULL;
  g_autoptr(JkbExtractor) extractor = jkb_extractor_new (NULL, &error);

  if (extractor == NULL)
    g_error ("%s", error->message);
  measure (write_corpus ("written, text", FALSE), extractor, n_rounds);
  measure (write_corpus ("written, HTML", TRUE), extractor, n_rounds);
  measure (read_corpus ("notices, text", FALSE), extractor, n_rounds);
  measure (read_corpus ("notices, HTML", TRUE), extractor, n_rounds);
  return EXIT_SUCCESS;
}
