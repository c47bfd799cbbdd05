#include "mobile/check/check_choices.h"

#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {
// So many of what a search found are listed; who wants another types more.
constexpr int kMostFound = 100;
}  // namespace

void CheckChoices::search(const QString& question, const QString& text) {
    if (!m_check.isOpen()) return;
    const QString language = Settings::instance().language(), wanted = text.trimmed();
    std::vector<ChoiceRow> rows;
    m_more = 0;
    for (const auto& [name, words] : m_check.session->choices(ss(question))) {
        const QString label = qs(words, language);
        if (!label.contains(wanted, Qt::CaseInsensitive) && !qs(name).contains(wanted, Qt::CaseInsensitive)) continue;
        if (rows.size() < kMostFound)
            rows.push_back({qs(name), label, {}, {}});
        else
            ++m_more;
    }
    m_found.set(std::move(rows));
    emit changed();
}

void CheckChoices::rank(const QString& question, const QString& choice, int by) {
    if (!m_check.isOpen()) return;
    const auto& session = *m_check.session;
    QStringList order = qs(session.question(ss(question)).value).split(u' ', Qt::SkipEmptyParts);
    for (const auto& [name, label] : session.choices(ss(question)))
        if (!order.contains(qs(name))) order.append(qs(name));
    const auto from = order.indexOf(choice), to = from + by;
    if (by != 0 && (from < 0 || to < 0 || to >= order.size())) return;
    if (by != 0) order.move(from, to);
    m_editor.answer(question, order.join(u' '));
}

}  // namespace plumb::mobile
