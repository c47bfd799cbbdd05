#include "mobile/people/region_words.h"

#include <QCoreApplication>

#include "mobile/ui/text.h"
#include "shared/domain/regions.h"

namespace plumb::mobile {

QString regionWords(const QStringList& prefixes, const QString& language) {
    if (prefixes.contains(QString())) return QCoreApplication::translate("Regions", "全部地区");
    QStringList out;
    const auto& book = domain::builtinRegions();
    for (const auto& prefix : prefixes) {
        const auto* region = book.resolve(ss(prefix.leftJustified(6, u'0')));
        const bool english = language == QLatin1String("en");
        // A name that has no English form stands in Chinese.
        const QString name = !region                               ? prefix
                             : english && !region->english.empty() ? qs(region->english)
                                                                   : qs(book.fullName(region->code));
        if (!out.contains(name)) out.append(name);
    }
    return out.join(QCoreApplication::translate("Regions", "、"));
}

}  // namespace plumb::mobile
