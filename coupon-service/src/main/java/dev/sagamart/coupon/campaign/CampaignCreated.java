package dev.sagamart.coupon.campaign;

/** A campaign exists; told inside the transaction that creates it. */
public record CampaignCreated(Campaign campaign) {}
