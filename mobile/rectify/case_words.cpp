#include "mobile/rectify/case_words.h"

#include <QCoreApplication>
#include <QStringList>

#include "mobile/ui/text.h"

namespace plumb::mobile {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rectify)
  public:
    static QString supervision(domain::Supervision kind) {
        switch (kind) {
            case domain::Supervision::enforcement:
                return tr("移送执法");
            case domain::Supervision::improvement:
                return tr("改进建议");
            case domain::Supervision::association:
                return tr("函告社会团体");
            case domain::Supervision::declaration:
                return tr("企业自我声明监督");
        }
        return {};
    }
    static QString referred(records::ReferralState state) {
        switch (state) {
            case records::ReferralState::referred:
                return tr("已发出");
            case records::ReferralState::received:
                return tr("已收到");
            case records::ReferralState::concluded:
                return tr("已办结");
            case records::ReferralState::declined:
                return tr("不予受理");
        }
        return {};
    }
    static QString referral(const records::ReferralRow& row) {
        auto out =
            tr("%1：%2 致 %3，文号 %4")
                .arg(supervision(row.says.kind), qs(dayText(row.says.day)), qs(row.says.to), qs(row.says.number));
        if (row.answers.empty()) return out;
        const auto& last = row.answers.back().says;
        out += tr("；%1 %2").arg(qs(dayText(last.day)), referred(last.as));
        if (!last.text.empty()) out += tr("：%1").arg(qs(last.text));
        return out;
    }
    static QString state(const records::FindingRow& finding) {
        using enum records::FindingState;
        if (!finding.request.empty()) return tr("申请延期，待答复");
        switch (finding.state) {
            case corrected:
                return tr("当场改正");
            case found:
                return tr("待下达整改");
            case ordered:
                return tr("已下达，未签收");
            case delivered:
                return finding.extended ? tr("整改中（已延期）") : tr("整改中");
            case reported:
                return finding.late ? tr("已上报（逾期），待复查") : tr("已上报，待复查");
            case objected:
                return tr("有申辩，待答复");
            case rejected:
                return tr("退回，请补充");
            case passed:
                return tr("复查通过，已关闭");
            case withdrawn:
                return tr("已撤回，已关闭");
            case handedOver:
                return tr("已移送");
            case ended:
                return tr("已终止");
        }
        return {};
    }
    static QString caseState(records::CaseState state) {
        using enum records::CaseState;
        switch (state) {
            case submitted:
                return tr("待审核");
            case returned:
                return tr("退回补正");
            case reviewed:
                return tr("待下达整改");
            case ordered:
                return tr("整改中");
            case closed:
                return tr("已办结");
            case archived:
                return tr("已归档");
            case incomplete:
                return tr("等第二名检查员签字");
        }
        return {};
    }
    static QString act(records::ActKind kind) {
        using enum records::ActKind;
        switch (kind) {
            case ordered:
                return tr("下达整改");
            case delivered:
                return tr("送达");
            case reported:
                return tr("上报整改");
            case objected:
                return tr("陈述申辩");
            case extensionRequested:
                return tr("申请延期");
            case extended:
                return tr("同意延期");
            case extensionRefused:
                return tr("不同意延期");
            case verified:
                return tr("复查通过");
            case rejected:
                return tr("复查不通过");
            case withdrawn:
                return tr("撤回整改");
            case handedOver:
                return tr("移送");
            case ended:
                return tr("终止");
            case archived:
                return tr("归档");
        }
        return {};
    }
    static QString severity(const std::string& name) {
        return name == "critical" ? tr("严重") : name == "major" ? tr("较重") : tr("一般");
    }
    static QString delivery(records::DeliveryWay way) {
        switch (way) {
            case records::DeliveryWay::inPerson:
                return tr("当面签收");
            case records::DeliveryWay::refused:
                return tr("拒收");
            case records::DeliveryWay::post:
                return tr("邮寄");
            case records::DeliveryWay::electronic:
                return tr("电子送达");
        }
        return {};
    }
    static QString delivered(const records::Delivery& delivery) {
        switch (delivery.way) {
            case records::DeliveryWay::inPerson:
                return tr("当面送达，%1 签收").arg(qs(delivery.name));
            case records::DeliveryWay::refused:
                return tr("拒收：%1；见证人 %2").arg(qs(delivery.reason), qs(delivery.witness));
            case records::DeliveryWay::post:
                return delivery.tracking.empty() ? tr("邮寄送达") : tr("邮寄送达，单号 %1").arg(qs(delivery.tracking));
            case records::DeliveryWay::electronic:
                return tr("电子送达");
        }
        return {};
    }
    static QString force(const std::string& name) { return name == "mandatory" ? tr("强制") : tr("推荐"); }
    static QString status(const std::string& name) {
        if (name == "in_force") return tr("现行");
        if (name == "upcoming") return tr("即将实施");
        if (name == "superseded") return tr("被代替");
        if (name == "withdrawn") return tr("废止");
        return qs(name);
    }
};

}  // namespace

QString stateWord(const records::FindingRow& finding) {
    return Words::state(finding);
}

QString stateTone(const records::FindingRow& finding) {
    using enum records::FindingState;
    if (!finding.request.empty()) return QStringLiteral("part");
    switch (finding.state) {
        case corrected:
        case passed:
            return QStringLiteral("pass");
        case objected:
        case rejected:
            return QStringLiteral("part");
        case reported:
            return finding.late ? QStringLiteral("part") : QString();
        case withdrawn:
        case handedOver:
        case ended:
            return QStringLiteral("na");
        case found:
        case ordered:
        case delivered:
            return {};
    }
    return {};
}

QString caseStateWord(records::CaseState state) {
    return Words::caseState(state);
}
QString actWord(records::ActKind kind) {
    return Words::act(kind);
}
QString severityWord(const std::string& severity) {
    return Words::severity(severity);
}
QString deliveryWord(records::DeliveryWay way) {
    return Words::delivery(way);
}
QString deliverySentence(const records::Delivery& delivery) {
    return Words::delivered(delivery);
}
QString referralText(const records::ReferralRow& referral) {
    return Words::referral(referral);
}
QString forceWord(const std::string& force) {
    return Words::force(force);
}
QString clauseStatusWord(const std::string& status) {
    return Words::status(status);
}

QString clauseText(const json::object& clause) {
    QStringList parts;
    QString standard = qs(textOr(clause, "standard"));
    if (const QString number = qs(textOr(clause, "clause")); !number.isEmpty()) standard += u' ' + number;
    if (!standard.trimmed().isEmpty()) parts.append(standard.trimmed());
    if (const auto force = textOr(clause, "force"); !force.empty()) parts.append(Words::force(force));
    if (const auto status = textOr(clause, "status"); !status.empty()) parts.append(Words::status(status));
    return parts.join(QStringLiteral(" · "));
}

}  // namespace plumb::mobile
