const names = [
  "point-service",
  "product-service",
  "order-service",
  "coupon-service",
  "ranking-service",
  "charge-log-service",
  "gateway",
];

SwaggerUIBundle({
  dom_id: "#documents",
  urls: names.map((name) => ({ name, url: `openapi/${name}.json` })),
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: "StandaloneLayout",
  validatorUrl: null, // the badge would ask another host
});
