"""Personal data in content and its files: resident IDs, mobile and bank card numbers, passports."""
