#include "mobile/gallery/samples.h"

using namespace Qt::StringLiterals;

namespace plumb::mobile {

namespace {

SectionRow section(const QString& id, const QString& title, const QString& tone, const QString& outcome, int answered,
                   int total, const QString& points) {
    SectionRow row;
    row.id = id;
    row.title = title;
    row.tone = tone;
    row.outcomeTone = tone;
    row.outcome = outcome;
    row.remark = outcome;
    row.answered = answered;
    row.total = total;
    row.points = points;
    return row;
}

CardRow card(const QString& id, const QString& title, const QString& subtitle, const QString& left,
             const QString& right, const QString& tone, const QString& edge, qreal progress) {
    CardRow row;
    row.id = id;
    row.title = title;
    row.subtitle = subtitle;
    row.leftText = left;
    row.rightText = right;
    row.rightTone = tone;
    row.edge = edge;
    row.progress = progress;
    return row;
}

}  // namespace

GallerySamples::GallerySamples(QObject* parent) : QObject(parent) {
    m_steps.set({{u"signed"_s, tr("已签名"), tr("%1 本机").arg(u"09:26"_s), u"done"_s},
                 {u"sent"_s, tr("已送达"), tr("服务器"), u"done"_s},
                 {u"logged"_s, tr("已入日志"), tr("可证明"), u"now"_s},
                 {u"reviewed"_s, tr("待审核"), u""_s, u"todo"_s}});
    m_refusedSteps.set({{u"signed"_s, tr("已签名"), tr("%1 本机").arg(u"09:26"_s), u"done"_s},
                        {u"sent"_s, tr("未收下"), tr("原因见下"), u"fail"_s},
                        {u"logged"_s, tr("待入日志"), u""_s, u"todo"_s},
                        {u"reviewed"_s, tr("待审核"), u""_s, u"todo"_s}});
    m_sections.set({section(u"1"_s, tr("一 投入品管理"), u"pass"_s, tr("全部符合"), 6, 6, u"24 / 24"_s),
                    section(u"2"_s, tr("二 用药与记录"), u"part"_s, tr("部分符合"), 5, 9, u"27.4 / 32"_s),
                    section(u"3"_s, tr("三 产品质量"), u"fail"_s, tr("不符合"), 5, 5, u"16 / 20"_s),
                    section(u"4"_s, tr("四 追溯与人员"), u"na"_s, tr("不适用"), 0, 2, u"7 / 12"_s)});
    m_findings.set(
        {{u"2.3"_s, u"2.3"_s, tr("2 号棚采收日与末次施药日间隔不足 2 天"), u"minor"_s, tr("2 号棚"), u"2026-11-29"_s},
         {u"3.2"_s, u"3.2"_s, tr("快检阳性，待复检"), u"critical"_s, u""_s, u"2026-12-02"_s}});
    m_verdicts.set({{u"pass"_s, tr("符合"), u"pass"_s, u""_s},
                    {u"part"_s, tr("部分符合"), u"part"_s, u""_s},
                    {u"fail"_s, tr("不符合"), u"fail"_s, u""_s}});
    m_many.set({{u"a"_s, tr("农药名称与登记证号"), u""_s, u""_s},
                {u"b"_s, tr("购买来源"), u""_s, u""_s},
                {u"c"_s, tr("施药日期"), u""_s, u""_s},
                {u"d"_s, tr("安全间隔期"), u""_s, u""_s}});
    m_cards.set({card(u"1"_s, tr("永昌县设施蔬菜标准化示范区"), tr("监督抽查"), u"18 / 25"_s, tr("缺 2 张照片"),
                      u"part"_s, u""_s, 0.72),
                 card(u"2"_s, tr("高台县草食畜标准化示范区"), tr("第 5 项缺出栏记录照片"), u"11-20"_s, tr("去补正"),
                      u"part"_s, u"part"_s, -1),
                 card(u"3"_s, tr("临泽县制种基地"), tr("监督抽查"), u"11-08"_s, tr("服务器没有收下"), u"fail"_s,
                      u"fail"_s, -1)});
}

}  // namespace plumb::mobile
