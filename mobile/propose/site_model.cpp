#include "mobile/propose/site_model.h"

#include <QLocale>

#include "mobile/position/hand_over.h"
#include "mobile/position/place_line.h"
#include "mobile/ui/distance_text.h"
#include "mobile/ui/settings.h"
#include "mobile/ui/text.h"
#include "mobile/ui/time_text.h"

namespace plumb::mobile {

SiteModel::SiteModel(StoreThread& store, PositionSource& position, QObject* parent)
    : QObject(parent), m_store(store), m_position(position) {
    connect(&m_store, &StoreThread::storeChanged, this, &SiteModel::refresh);
    connect(&m_position, &PositionSource::changed, this, &SiteModel::moved);
    connect(&Settings::instance(), &Settings::languageChanged, this, &SiteModel::list);
}

void SiteModel::show(const QString& id) {
    if (id != m_id) forget();
    m_id = id;
    refresh();
}

void SiteModel::forget() {
    m_id.clear();
    m_info.reset();
    m_problem.clear();
    list();
}

void SiteModel::refresh() {
    if (m_id.isEmpty()) return;
    m_store.ask(
        this, [id = ss(m_id)](LocalStore& store) { return readSiteInfo(store, id); },
        [this, id = m_id](Result<SiteInfo> info) {
            if (id != m_id) return;
            m_problem = info ? Sentence() : Sentence(info.error());
            m_info = info ? std::make_unique<SiteInfo>(std::move(*info)) : nullptr;
            list();
        });
}

QString SiteModel::name() const {
    return m_info ? qs(m_info->site.name) : QString();
}

std::optional<domain::GeoPoint> SiteModel::where() const {
    if (!m_info) return std::nullopt;
    const auto& site = m_info->site;
    if (site.latitude && site.longitude) return domain::GeoPoint{*site.latitude, *site.longitude};
    // The middle of the boundary, as the map shows it.
    if (site.boundary.empty()) return std::nullopt;
    domain::GeoPoint out;
    const auto count = static_cast<double>(site.boundary.size() - 1);
    for (std::size_t i = 0; i + 1 < site.boundary.size(); ++i) {
        out.latitude += site.boundary[i].latitude / count;
        out.longitude += site.boundary[i].longitude / count;
    }
    return out;
}

QString SiteModel::point() const {
    const auto at = where();
    return at ? pointText(*at) : QString();
}

QString SiteModel::away() const {
    const auto at = where();
    return at ? awayText(m_position, *at) : QString();
}

QString SiteModel::place() const {
    return m_info ? placeLine(m_position.now(), m_info->site).text : QString();
}

QString SiteModel::placeTone() const {
    return m_info ? placeLine(m_position.now(), m_info->site).tone : QString();
}

bool SiteModel::handOver() {
    const auto at = where();
    return at && mobile::handOver(*at, name());
}

void SiteModel::list() {
    std::vector<NamedValueRow> facts;
    std::vector<CardRow> proposals;
    if (m_info) {
        const auto& site = m_info->site;
        const auto fact = [&](const char* id, const QString& name, const QString& value) {
            if (!value.isEmpty()) facts.push_back({QLatin1String(id), name, value, {}, {}});
        };
        fact("id", tr("编号"), qs(site.id));
        fact("code", tr("信用代码"), qs(site.code));
        fact("programme", tr("项目"), QStringList({qs(site.programme), qs(site.level)}).join(u' ').trimmed());
        fact("sector", tr("行业"), qs(site.sector));
        QStringList products;
        for (const auto& product : site.products) products.append(qs(product));
        fact("products", tr("产品"), products.join(QStringLiteral("、")));
        if (site.scale)
            fact("scale", tr("规模"), QLocale().toString(site.scale->value, 'g', 12) + u' ' + qs(site.scale->unit));
        fact("address", tr("地址"), qs(site.address));
        fact("contact", tr("联系人"), qs(site.contact));
        fact("point", tr("坐标"), site.latitude ? point() : tr("没有坐标"));
        fact("boundary", tr("边界"), site.boundary.empty() ? tr("没有边界") : areaText(domain::areaOf(site.boundary)));
        const qint64 now = msOf(m_store.clock()().utc);
        for (const auto& info : m_info->proposals) {
            CardRow row;
            row.id = qs(info.row.id);
            row.title = tr("更正：%1").arg(changesText(info.row.says));
            row.subtitle = qs(info.row.says.reason);
            row.leftText = QStringList({info.by, momentText(msOf(info.row.at.utc), now)}).join(QStringLiteral(" · "));
            switch (info.row.state) {
                case records::ProposalState::open:
                    row.rightText = info.waits ? tr("待上传") : tr("待答复");
                    row.rightTone = QStringLiteral("part");
                    break;
                case records::ProposalState::accepted:
                    row.rightText = tr("已采纳并发布");
                    row.rightTone = QStringLiteral("pass");
                    break;
                case records::ProposalState::declined:
                    row.rightText = tr("未采纳");
                    row.rightTone = QStringLiteral("fail");
                    row.subtitle += u'\n' + tr("%1 的答复：%2").arg(info.answeredBy, qs(info.row.reason));
                    break;
            }
            row.edge = row.rightTone;
            proposals.push_back(std::move(row));
        }
    }
    m_facts.set(std::move(facts));
    m_proposals.set(std::move(proposals));
    emit changed();
    emit moved();
}

QString changesText(const records::SiteProposal& proposal) {
    QStringList parts;
    const std::pair<const char*, QString> names[] = {{"name", SiteModel::tr("名称")},
                                                     {"code", SiteModel::tr("信用代码")},
                                                     {"address", SiteModel::tr("地址")},
                                                     {"contact", SiteModel::tr("联系人")}};
    for (const auto& [name, word] : names)
        if (proposal.texts.contains(name)) parts.append(word);
    if (proposal.point) parts.append(SiteModel::tr("坐标"));
    if (!proposal.boundary.empty()) parts.append(SiteModel::tr("边界"));
    return parts.join(SiteModel::tr("、"));
}

}  // namespace plumb::mobile
