package dev.sagamart.local.audit;

import java.util.List;

/** What products and coupons say of themselves. */
final class StoreChecks {
    private StoreChecks() {}

    static List<Check> all() {
        return List.of(
                new WithinOne(
                        "stock",
                        "Whatever of a product came in is there or sold.",
                        Finding.Kind.ALWAYS,
                        "product",
                        """
                        select id as product_id, initial_stock, restocked, stock, sold from product
                        where initial_stock + restocked <> stock + sold or stock < 0 or sold < 0"""),
                new WithinOne(
                        "coupons-issued",
                        "A campaign counts its coupons right, and has no more than it may.",
                        Finding.Kind.ALWAYS,
                        "coupon",
                        """
                        select campaign.id as campaign_id, quantity, issued, coalesce(coupons.count, 0) as coupons
                        from campaign left join (select campaign_id, count(*) from coupon group by campaign_id) as coupons
                            on coupons.campaign_id = campaign.id
                        where issued <> coalesce(coupons.count, 0) or issued > quantity"""),
                new WithinOne(
                        "coupon-owners", "Nobody has two coupons of a campaign.", Finding.Kind.ALWAYS, "coupon", """
                        select campaign_id, user_id, count(*) from coupon
                        group by campaign_id, user_id having count(*) > 1"""),
                new WithinOne(
                        "coupon-history",
                        "The history of issuing has every coupon, and no other.",
                        Finding.Kind.ALWAYS,
                        "coupon",
                        """
                        select coalesce(id, coupon_id) as coupon_id, coupon.user_id as owner, issuance.user_id as issued_to
                        from coupon full join issuance on coupon_id = id
                        where (coupon.campaign_id, coupon.user_id, coupon.position)
                            is distinct from (issuance.campaign_id, issuance.user_id, issuance.position)"""));
    }
}
