// The states, acts and severities of a rectification in the app's language, each with its shape's name. UI thread.
#pragma once

#include <QString>

#include "shared/records/rectification/case.h"
#include "shared/records/rectification/referral.h"

namespace plumb::mobile {

QString stateWord(const records::FindingRow& finding);
// pass, part, fail, na or "" (nothing marked): a name of Theme's verdicts.
QString stateTone(const records::FindingRow& finding);
QString caseStateWord(records::CaseState state);
QString actWord(records::ActKind kind);
QString severityWord(const std::string& severity);
QString deliveryWord(records::DeliveryWay way);
// "已由 陈负责 签收", "拒收；见证人 …": how an order came to the enterprise.
QString deliverySentence(const records::Delivery& delivery);
// "农药管理条例 第三条 · 强制 · 现行", of a clause as an order states it.
QString clauseText(const json::object& clause);
// "移送执法：2026-11-23 致 …，文号 …；已办结 2026-12-20：…".
QString referralText(const records::ReferralRow& referral);
QString forceWord(const std::string& force);
QString clauseStatusWord(const std::string& status);

}  // namespace plumb::mobile
