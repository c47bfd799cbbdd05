#include "mobile/propose/propose_model.h"

#include "mobile/position/hand_over.h"
#include "mobile/ui/distance_text.h"
#include "mobile/ui/sentences.h"
#include "mobile/ui/text.h"
#include "mobile/ui/text_rule.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

namespace {

constexpr qsizetype kLongestText = 1024, kLongestReason = 65'536;  // bytes, as the record's rule
constexpr int kOldestForPoint = 10;                                // seconds
const QString kReason = QStringLiteral("reason");

}  // namespace

ProposeModel::ProposeModel(StoreThread& store, PositionSource& position, QObject* parent)
    : PinSigning(store, parent), m_position(position), m_walk(position, this) {
    connect(&m_walk, &WalkModel::edited, this, &ProposeModel::keepWalk);
    connect(&m_walk, &WalkModel::changed, this, &ProposeModel::changed);
}

void ProposeModel::begin(const QString& site) {
    forget();
    m_site = site;
    store().ask(
        this, [site = ss(site)](LocalStore& local) { return readSiteInfo(local, site); },
        [this, asked = m_asked](Result<SiteInfo> info) {
            if (asked != m_asked) return;
            if (!info) return say(info.error());
            m_info = std::make_unique<SiteInfo>(std::move(*info));
            if (const auto& draft = m_info->draft) {
                for (const auto& [name, text] : draft->texts) m_texts[qs(name)] = qs(text);
                m_point = draft->point;
                m_walk.take(draft->walk, draft->closed, draft->mocked);
                m_safe = m_behind = m_most = draft->walk.fixes().size();
                m_savedMs = msOf(draft->row.updated);
                m_restored = true;
            }
            emit changed();
            emit begun();
        });
}

void ProposeModel::forget() {
    ++m_asked;
    m_site.clear();
    m_said.clear();
    m_info.reset();
    m_texts.clear();
    m_point.reset();
    m_walk.take(domain::BoundaryWalk(domain::WalkWay::track), false, false);
    m_safe = m_behind = m_most = 0;
    m_savedMs = 0;
    m_restored = false;
    clearProblem();
    emit changed();
    emit begun();
}

QString ProposeModel::siteName() const {
    return m_info ? qs(m_info->site.name) : QString();
}

QString ProposeModel::publishedText(const QString& which) const {
    if (!m_info) return {};
    const auto& site = m_info->site;
    return which == u"name"      ? qs(site.name)
           : which == u"code"    ? qs(site.code)
           : which == u"address" ? qs(site.address)
           : which == u"contact" ? qs(site.contact)
                                 : QString();
}

QString ProposeModel::text(const char* which) const {
    const QString name = QLatin1String(which);
    const auto written = m_texts.constFind(name);
    return written != m_texts.constEnd() ? *written : publishedText(name);
}

template <class Work>
void ProposeModel::keep(Work work) {
    if (m_site.isEmpty()) return;
    store().ask(
        this, [site = ss(m_site), work](LocalStore& local) { return work(local, site); },
        [this, asked = m_asked](Result<void> kept) {
            if (asked != m_asked) return;
            if (!kept) {
                // Everything is written with the next change.
                m_safe = 0;
                m_behind = m_most;
                return say(kept.error());
            }
            m_savedMs = msOf(store().tabletClock()().utc);
            if (!problem().isEmpty() && !busy()) clearProblem();
            emit changed();
        });
}

void ProposeModel::keepWalk(std::size_t kept, std::size_t gone) {
    m_most = std::max(m_most, m_walk.walk().fixes().size() + gone);
    m_behind = std::max(m_behind, m_walk.walk().fixes().size() + gone);
    const std::size_t from = std::min(kept, m_safe), behind = m_behind - m_walk.walk().fixes().size();
    keep([walk = m_walk.walk(), closed = m_walk.closed(), mocked = m_walk.mocked(), from, behind](
             LocalStore& local, const std::string& site) {
        return mobile::keepWalk(local, site, walk, closed, mocked, from, behind);
    });
    m_safe = m_behind = m_walk.walk().fixes().size();
}

void ProposeModel::setText(const QString& which, const QString& text) {
    if (!m_info || busy()) return;
    m_texts[which] = text;
    // As it is published is no change; nothing of it has to be kept.
    const QString kept = which != kReason && text.trimmed() == publishedText(which) ? QString() : text.trimmed();
    keep([which = ss(which), kept = ss(kept)](LocalStore& local, const std::string& site) {
        return keepText(local, site, which, kept);
    });
    emit changed();
}

void ProposeModel::takePoint() {
    if (!m_info || busy()) return;
    const auto where = m_position.now();
    if (const auto* why = std::get_if<domain::NoPlace>(&where)) {
        m_said = [why = *why] { return tr("没有定位，坐标没有变：%1").arg(sentenceFor(why)); };
    } else if (m_position.age() > kOldestForPoint) {
        m_said = [age = m_position.age()] {
            return tr("最近一次定位在 %1 秒前，坐标没有变。请站住，等新的定位。").arg(age);
        };
    } else if (const auto& place = std::get<domain::Place>(where); place.accuracy > domain::kWorstWalkAccuracy) {
        m_said = [accuracy = qRound(place.accuracy)] {
            return tr("精度 ±%1 m，坐标没有变：要在 ±%2 m 以内。请到开阔处等一会儿。")
                .arg(accuracy)
                .arg(qRound(domain::kWorstWalkAccuracy));
        };
    } else {
        m_said.clear();
        m_point = place;
        keep([place](LocalStore& local, const std::string& site) { return keepPoint(local, site, place); });
    }
    emit changed();
}

void ProposeModel::dropPoint() {
    m_said.clear();
    m_point.reset();
    keep([](LocalStore& local, const std::string& site) { return keepPoint(local, site, std::nullopt); });
    emit changed();
}

void ProposeModel::discard() {
    if (busy()) return;
    const QString site = m_site;
    keep([](LocalStore& local, const std::string& id) { return dropProposal(local, id); });
    begin(site);
    emit store().storeChanged();
}

QString ProposeModel::pointLine() const {
    if (!m_point) return {};
    QStringList parts{pointText(m_point->point()), QStringLiteral("±%1 m").arg(qMax(1, qRound(m_point->accuracy)))};
    if (m_info && m_info->site.latitude && m_info->site.longitude) {
        const domain::GeoPoint before{*m_info->site.latitude, *m_info->site.longitude};
        parts.append(tr("离原坐标 %1").arg(distanceText(domain::metresBetween(before, m_point->point()))));
    }
    return parts.join(QStringLiteral(" · "));
}

QString ProposeModel::publishedPoint() const {
    if (!m_info || !m_info->site.latitude || !m_info->site.longitude) return tr("没有坐标");
    return pointText({*m_info->site.latitude, *m_info->site.longitude});
}

QString ProposeModel::publishedArea() const {
    if (!m_info || m_info->site.boundary.empty()) return tr("没有边界");
    return areaText(domain::areaOf(m_info->site.boundary));
}

bool ProposeModel::differs() const {
    if (m_point || m_walk.closed()) return true;
    for (auto it = m_texts.constBegin(); it != m_texts.constEnd(); ++it) {
        const QString written = it->trimmed();
        if (it.key() != kReason && !written.isEmpty() && written != publishedText(it.key())) return true;
    }
    return false;
}

QString ProposeModel::lack() const {
    if (!m_info) return {};
    for (auto it = m_texts.constBegin(); it != m_texts.constEnd(); ++it)
        if (const QString wrong = textProblem(*it, it.key() == kReason ? kLongestReason : kLongestText);
            !wrong.isEmpty())
            return wrong;
    if (!m_walk.empty() && !m_walk.closed()) return tr("边界还没有围拢：接着走，或清除它。");
    if (!differs()) return tr("还没有写出与已发布的不同之处。");
    if (reason().trimmed().isEmpty()) return tr("请写明为什么要更正。");
    return {};
}

QString ProposeModel::saved() const {
    return m_savedMs > 0 ? tr("已存 %1").arg(secondsText(m_savedMs)) : QString();
}

void ProposeModel::sign(const QString& pin) {
    if (busy() || !m_info) return;
    if (!lack().isEmpty()) return say([this] { return lack(); });
    began();
    store().ask(
        this, [site = ss(m_site), pin](LocalStore& local) { return signProposal(local, site, pin); },
        [this](Result<QString> id) {
            if (!id) return failed(id.error());
            done();
            forget();
            emit store().storeChanged();
            emit sealed(*id);
        });
}

}  // namespace plumb::mobile
